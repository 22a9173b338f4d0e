import { useTakePicture } from '#engines/standards/web/checklist/use-take-picture.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { usePictureAddress } from '#kernel/web/offline/pictures.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Uploader } from '#ui/uploader.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { type PhotoStage, photoStages } from '../../words.ts'
import { useOrderDeed } from './use-order-deed.ts'

const messages = defineMessages({
  add: text('拍{stage}照片', 'Photos {stage}'),
  what: text('{stage}照片', 'A photo: {stage}'),
})

/** The photos of one stage, and the camera; a picture is kept on the phone as soon as it is taken. */
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
  const add = useOrderDeed(repairs.actions.addPhotos)
  const takePicture = useTakePicture()
  const address = usePictureAddress()
  const word = localised(photoStages[stage])
  const photos = repair.photos.filter((photo) => photo.stage === stage)
  return (
    <div className="task-photos">
      <h3>{word}</h3>
      <PhotoStrip photos={photos.map(({ fileId }) => ({ id: fileId, caption: word, ...address(fileId) }))} />
      {open ? (
        <Uploader
          label={t('add', { stage: word })}
          value={[]}
          upload={async (file, name) => {
            const kept = await takePicture(file, name)
            await add({ orderId: repair.id, photos: [kept.id], stage }, t('what', { stage: word }), [kept.id])
            return kept
          }}
          onChange={() => undefined}
        />
      ) : null}
    </div>
  )
}
