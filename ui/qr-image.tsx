import { useQuery } from '@tanstack/react-query'

/** A QR code drawn in the browser as SVG: sharp on paper of any size. */
export function QrImage({ value, size = 160, label }: { value: string; size?: number; label: string }) {
  const code = useQuery({
    queryKey: ['qr', value],
    queryFn: async () => {
      const encoder = await import('qrcode')
      const svg = await encoder.toString(value, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
      return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <span className="hq-qr" style={{ width: size, height: size }}>
      {code.data ? <img src={code.data} alt={label} width={size} height={size} /> : null}
    </span>
  )
}
