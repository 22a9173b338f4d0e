/** Longest side kept; enough to read a nameplate, small enough for a basement's signal. */
const longest = 2000

/**
 * Makes a photo at most 2000 px long and JPEG before it is sent. Whatever the browser cannot draw (a PDF, an unknown
 * format) is returned untouched, for the server to judge.
 */
export async function shrinkPicture(file: File): Promise<{ blob: Blob; name: string }> {
  const untouched = { blob: file, name: file.name }
  if (!/^image\/(jpeg|png|webp|bmp|heic|heif)$/.test(file.type)) return untouched
  const address = URL.createObjectURL(file)
  try {
    const picture = await drawn(address)
    if (!picture) return untouched
    const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight))
    if (scale === 1 && file.type === 'image/jpeg' && file.size < 1_500_000) return untouched
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.naturalWidth * scale)
    canvas.height = Math.round(picture.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return blob && blob.size < file.size ? { blob, name: file.name.replace(/\.\w+$/, '.jpg') } : untouched
  } finally {
    URL.revokeObjectURL(address)
  }
}

function drawn(address: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => resolve(null)
    picture.src = address
  })
}
