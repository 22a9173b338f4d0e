import { Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  open: text('看大图：{name}', 'Enlarge: {name}'),
  photo: text('第 {n} 张照片，共 {of} 张', 'Photo {n} of {of}'),
  before: text('上一张', 'Previous'),
  after: text('下一张', 'Next'),
})

export interface Photo {
  id: string
  thumbnail: string
  full: string
  /** 维修前, 维修后 … */
  caption?: string
}

/** Photos in a row; a tap enlarges, arrow keys leaf through. */
export function PhotoStrip({ photos }: { photos: readonly Photo[] }) {
  const t = useText(messages)
  const [at, setAt] = useState<number | null>(null)
  const shown = at === null ? undefined : photos[at]
  const leaf = (step: number) => at !== null && setAt((at + step + photos.length) % photos.length)
  const byArrow = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') leaf(-1)
    if (event.key === 'ArrowRight') leaf(1)
  }
  if (photos.length === 0) return null
  return (
    <div className="hq-photos">
      {photos.map((photo, index) => {
        const name = photo.caption ?? t('photo', { n: index + 1, of: photos.length })
        return (
          <button
            key={photo.id}
            type="button"
            className="hq-photo"
            aria-label={t('open', { name })}
            onClick={() => setAt(index)}
          >
            <img src={photo.thumbnail} alt="" loading="lazy" />
            {photo.caption ? <span>{photo.caption}</span> : null}
          </button>
        )
      })}
      <Modal
        open={shown !== undefined}
        onCancel={() => setAt(null)}
        footer={null}
        width="min(96vw, 1200px)"
        centered
        title={shown?.caption ?? t('photo', { n: (at ?? 0) + 1, of: photos.length })}
      >
        {shown ? (
          <div className="hq-photo-large">
            <img
              src={shown.full}
              alt={shown.caption ?? t('photo', { n: (at ?? 0) + 1, of: photos.length })}
            />
            {photos.length > 1 ? (
              <div className="hq-photo-leaf">
                <button type="button" onClick={() => leaf(-1)} onKeyDown={byArrow} aria-label={t('before')}>
                  ‹
                </button>
                <button type="button" onClick={() => leaf(1)} onKeyDown={byArrow} aria-label={t('after')}>
                  ›
                </button>
              </div>
            ) : null}
          </div>
        ) : null}
      </Modal>
    </div>
  )
}
