import { Transformer } from '@napi-rs/image'
import { describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { cleanFileName } from './store-file.ts'

/** A plain picture of this size. */
function jpeg(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 4, 0x80)
  return Transformer.fromRgbaPixels(pixels, width, height).jpeg(80)
}

describe('files', () => {
  const world = useWorld()

  it('keep a photo with a small thumbnail', async () => {
    const bytes = await jpeg(1600, 900)
    const file = { name: '现场.jpg', bytes }
    const stored = await world.as('staff').call(kernel.actions.storeFile, {}, { file })
    expect(stored).toMatchObject({ name: '现场.jpg', mediaType: 'image/jpeg', sizeBytes: bytes.length })
    const whole = await world.as('staff').get(`/api/files/${stored.id}`)
    expect(whole.bytes.equals(bytes)).toBe(true)
    const small = await world.as('staff').get(`/api/files/${stored.id}/thumbnail`)
    expect(small.headers['content-type']).toBe('image/webp')
    const { width, height } = await new Transformer(small.bytes).metadata()
    expect([width, height]).toEqual([480, 270])
  })

  it('turn upright portraits as the thumbnail’s longest side too', async () => {
    const stored = await world
      .as('staff')
      .call(kernel.actions.storeFile, {}, { file: { name: 'p.jpg', bytes: await jpeg(600, 1200) } })
    const small = await world.as('staff').get(`/api/files/${stored.id}/thumbnail`)
    expect((await new Transformer(small.bytes).metadata()).height).toBe(480)
  })

  it('are judged by their content, not by their name', async () => {
    const upload = (name: string, bytes: Buffer) => world.as('staff').upload('/api/files', name, bytes)
    expect(await upload('x.jpg', Buffer.from('<script>alert(1)</script>'))).toMatchObject({
      status: 415,
      body: { code: 'kernel.file_kind' },
    })
    expect((await upload('x.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).status).toBe(422)
    expect((await upload('x.jpg', Buffer.alloc(0))).status).toBe(422)
  })

  it('may not be larger than 15 MB', async () => {
    const answer = await world
      .as('staff')
      .upload('/api/files', 'x.jpg', Buffer.alloc(15 * 1024 * 1024 + 1, 1))
    expect(answer).toMatchObject({ status: 413, body: { code: 'kernel.too_large' } })
  })

  it('that belong to nothing yet are seen by their uploader only', async () => {
    const file = { name: 'x.jpg', bytes: await jpeg(20, 20) }
    const { id } = await world.as('staff').call(kernel.actions.storeFile, {}, { file })
    expect((await world.as('manager').get(`/api/files/${id}`)).status).toBe(404)
    expect((await world.other.as('staff').get(`/api/files/${id}`)).status).toBe(404)
  })

  it('have names without folders and control characters', () => {
    expect(cleanFileName('../../etc/passwd')).toBe('passwd')
    expect(cleanFileName('C:\\照片\\一楼\u0000大厅.jpg')).toBe('一楼大厅.jpg')
    expect(cleanFileName('\ud800')).toBe('\ufffd')
    expect(cleanFileName('')).toBe('file')
  })
})
