import { useRef, type Dispatch, type KeyboardEvent, type PointerEvent, type SetStateAction } from 'react'
import { CROP_MOVES, CROP_ZOOMS } from './crop-steps.ts'
import { movedFrame, zoomedFrame, type CropFrame } from './crop-frame.ts'

/** What fingers and keys do to a photograph in its frame. */
export function useCropHand(photo: ImageBitmap, setFrame: Dispatch<SetStateAction<CropFrame>>) {
  const held = useRef<{ x: number; y: number } | null>(null)
  const letGo = () => {
    held.current = null
  }
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>): void {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>): void {
      const from = held.current
      if (!from) return
      const length = event.currentTarget.clientWidth
      const [right, down] = [(from.x - event.clientX) / length, (from.y - event.clientY) / length]
      held.current = { x: event.clientX, y: event.clientY }
      // The photograph goes along with the hand, so the frame goes against it.
      setFrame((last) => movedFrame(last, photo, right, down))
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onKeyDown(event: KeyboardEvent<HTMLCanvasElement>): void {
      const move = CROP_MOVES.find(({ key }) => key === event.key)
      const zoom = CROP_ZOOMS.find(({ keys }) => keys.some((key) => key === event.key))
      if (!move && !zoom) return
      event.preventDefault()
      if (move) setFrame((last) => movedFrame(last, photo, move.right, move.down))
      if (zoom) setFrame((last) => zoomedFrame(last, photo, zoom.factor))
    },
  }
}
