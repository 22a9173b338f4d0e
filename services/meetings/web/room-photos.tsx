import { text } from '#kernel/contract/text.ts'
import { photoOf, storeFile } from '#kernel/web/files.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Section } from '#ui/section.tsx'
import { Uploader } from '#ui/uploader.tsx'
import { meetings } from '../module.ts'
import type { Room } from './room-page.tsx'

const messages = defineMessages({
  photos: text('照片', 'Photos'),
  add: text('添加照片', 'Add photos'),
  saved: text('已保存', 'Saved'),
  nth: text('照片 {n}', 'Photo {n}'),
  remove: text('移除照片 {n}', 'Remove photo {n}'),
  ask: text('从页面移除照片 {n}？', 'Take photo {n} off the page?'),
  kept: text('变更记录里会留下是谁移除的。', 'The history says who did.'),
  yes: text('移除', 'Remove'),
  removed: text('已移除', 'Removed'),
})

const stale = ['/meetings/rooms']

/** How the room looks; whoever keeps rooms adds photos and takes off what no longer holds. */
export function RoomPhotos({ room }: { room: Room }) {
  const t = useText(messages)
  const remove = useWrite(meetings.actions.removeRoomPhoto, { invalidates: stale, success: t('removed') })
  if (room.photos.length === 0 && !room.can.change) return null
  return (
    <Section title={t('photos')}>
      <PhotoStrip
        photos={room.photos.map(({ fileId }, index) => ({
          ...photoOf(fileId),
          ...(room.photos.length > 1 ? { caption: t('nth', { n: index + 1 }) } : {}),
        }))}
      />
      {room.can.change ? (
        <>
          <div className="hq-buttons">
            {room.photos.map(({ fileId }, index) => (
              <ConfirmButton
                key={fileId}
                type="text"
                question={t('ask', { n: index + 1 })}
                detail={t('kept')}
                yes={t('yes')}
                onConfirm={() => remove.mutateAsync({ roomId: room.id, fileId })}
              >
                {t('remove', { n: index + 1 })}
              </ConfirmButton>
            ))}
          </div>
          <AddPhotos roomId={room.id} />
        </>
      ) : null}
    </Section>
  )
}

/** Pictures go up one by one and are tied to the room at once. */
function AddPhotos({ roomId }: { roomId: string }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.addRoomPhotos, { invalidates: stale, success: t('saved') })
  return (
    <Uploader
      label={t('add')}
      max={9}
      value={[]}
      upload={storeFile}
      onChange={(files) => {
        const photos = files.map(({ id }) => id)
        if (photos.length > 0) write.mutate({ roomId, photos })
      }}
    />
  )
}
