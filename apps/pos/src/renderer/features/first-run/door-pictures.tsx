/** Pictures in the colours of the light tokens, by day and by night: a round window with a lantern, a shop front, a curtain with a code. */
export function DemoPicture() {
  return (
    <svg aria-hidden viewBox="0 0 386 244" data-theme="light" className="door-picture bg-brand">
      <circle cx="193" cy="144" r="108" className="fill-wait-soft stroke-surface" strokeWidth="6" />
      <path d="M193 36v36M193 116v22" className="stroke-on-wait" strokeWidth="3" />
      <ellipse cx="193" cy="93" rx="28" ry="24" className="fill-late" />
      <path d="M180 69h26M180 116h26" className="stroke-on-wait" strokeWidth="4" />
      <ellipse cx="193" cy="194" rx="72" ry="21" className="fill-seat-edge" />
      <ellipse cx="163" cy="189" rx="20" ry="7" className="fill-surface" />
      <ellipse cx="214" cy="185" rx="24" ry="7" className="fill-surface" />
      <ellipse cx="191" cy="200" rx="16" ry="6" className="fill-surface" />
      <rect x="-600" y="216" width="1600" height="28" className="fill-scrim" />
    </svg>
  )
}

export function ShopPicture() {
  return (
    <svg aria-hidden viewBox="0 0 386 244" data-theme="light" className="door-picture bg-sent">
      <path d="M78 46h232l26 40H52z" className="fill-on-wait" />
      <path d="M76 86h236v136H76z" className="fill-wait-soft" />
      <rect x="124" y="62" width="140" height="44" rx="5" className="fill-surface" />
      <path d="M142 84h20M166 84h54M226 84h20" className="stroke-brand" strokeWidth="7" strokeLinecap="round" />
      <rect x="86" y="118" width="56" height="104" className="fill-on-wait" />
      <rect x="246" y="118" width="56" height="104" className="fill-on-wait" />
      <rect x="152" y="128" width="84" height="94" className="fill-wait" />
      <rect x="100" y="134" width="28" height="30" className="fill-wait" />
      <rect x="260" y="134" width="28" height="30" className="fill-wait" />
      <rect x="-600" y="216" width="1600" height="28" className="fill-scrim" />
    </svg>
  )
}

/** Dark squares of the small code, in steps of one. */
const CODE = ['M0 0h6v6H0zM2 2h2v2H2z', 'M11 0h6v6h-6zM13 2h2v2h-2z', 'M0 11h6v6H0zM2 13h2v2H2z']
const DOTS =
  'M8 1h2v2H8zM8 4h1v3H8zM7 8h4v2H7zM12 8h2v1h-2zM15 8h2v2h-2zM8 11h2v4H8zM11 11h2v2h-2zM14 12h3v1h-3zM11 15h3v2h-3zM15 15h2v2h-2z'

export function JoinPicture() {
  return (
    <svg aria-hidden viewBox="0 0 386 244" data-theme="light" className="door-picture bg-ready">
      <path d="M64 54h258v168H64z" className="fill-wait-soft" />
      <path d="M72 54h76v118q-38 10-76 0zM236 54h76v118q-38 10-76 0z" className="fill-ready-soft" />
      <path d="M154 54h76v118q-38 10-76 0z" className="fill-surface" />
      <rect x="48" y="47" width="290" height="8" rx="4" className="fill-surface" />
      <g transform="translate(158 74) scale(4)" fillRule="evenodd" className="fill-ink">
        {CODE.map((corner) => (
          <path key={corner} d={corner} />
        ))}
        <path d={DOTS} />
      </g>
      <rect x="-600" y="216" width="1600" height="28" className="fill-scrim" />
    </svg>
  )
}
