import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { text } from '#kernel/contract/text.ts'
import { photoOf, storeFile } from '#kernel/web/files.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Uploader } from '#ui/uploader.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { type PhotoStage, photoStages } from '../../words.ts'

const messages = defineMessages({
  add: text('拍{stage}照片', 'Photos {stage}'),
})

/** The photos of one stage, and the camera; a picture is stored as soon as it is taken. */
export function PhotosOf({
  repair,
  stage,
  open,
}: {
  repair: RepairDetail
  stage: PhotoStage
  open: boolean
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const add = useOrderWrite(repairs.actions.addPhotos)
  const word = localised(photoStages[stage])
  const photos = repair.photos.filter((photo) => photo.stage === stage)
  return (
    <div className="task-photos">
      <h3>{word}</h3>
      <PhotoStrip photos={photos.map((photo) => photoOf(photo.fileId, word))} />
      {open ? (
        <Uploader
          label={t('add', { stage: word })}
          value={[]}
          upload={async (file, name) => {
            const stored = await storeFile(file, name)
            await add.mutateAsync({ orderId: repair.id, photos: [stored.id], stage })
            return stored
          }}
          onChange={() => undefined}
        />
      ) : null}
    </div>
  )
}
