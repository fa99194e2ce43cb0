import { useLive, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import './pictures.css'

interface DishPictureProps {
  /** The name that the dish carries. */
  readonly picture: string | null | undefined
  /** Of the dish: its first letter stands where there is no picture. */
  readonly name: string
  /** In the corner of a tile, which cuts it; whole in a row of a list; whole and large. */
  readonly place: 'corner' | 'row' | 'large'
  /** Greyed, as what cannot be had. */
  readonly isOut?: boolean
}

/** A dish from above. Its place is kept whether the picture is here or not, so that nothing moves when it comes. */
export function DishPicture({ picture, name, place, isOut = false }: DishPictureProps) {
  return (
    <span aria-hidden data-testid={TEST_IDS.dishPicture} data-place={place} data-out={isOut} className="dish-picture">
      {picture ? <KeptPicture key={picture} picture={picture} name={name} /> : <Initial name={name} />}
    </span>
  )
}

function KeptPicture({ picture, name }: { readonly picture: string; readonly name: string }) {
  const { pictures } = useTerminal()
  const address = useLive(pictures.address(picture))
  if (address === null) return <Initial name={name} />
  const isDrawn = picture.endsWith('.svg')
  return <img src={address} alt="" decoding="async" draggable={false} data-drawn={isDrawn} data-picture={picture} />
}

function Initial({ name }: { readonly name: string }) {
  return <span className="dish-picture-initial">{Array.from(name.trim())[0] ?? ''}</span>
}
