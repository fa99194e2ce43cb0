import { useMemo } from 'react'
import { encode } from 'uqr'

/** Modules of quiet that a reader needs around the code. */
const QUIET = 4

interface QrCodeProps {
  readonly text: string
  readonly label: string
  readonly testId?: string
}

/** Black on white in both themes, or a camera does not read it. */
export function QrCode({ text, label, testId }: QrCodeProps) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: QUIET })
    const rows = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: modules, path: rows.join('') }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={label}
      data-testid={testId}
      data-text={text}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="pay-qr"
    >
      <path d={path} />
    </svg>
  )
}
