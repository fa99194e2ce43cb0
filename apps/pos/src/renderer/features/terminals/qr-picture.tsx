import { encode } from 'uqr'

interface QrPictureProps {
  readonly text: string
  readonly label: string
}

/** A QR code as one path; dark on light in every theme, because cameras want it so. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className="qr" shapeRendering="crispEdges">
      <rect width={size} height={size} className="qr-light" />
      <path d={path} className="qr-dark" />
    </svg>
  )
}
