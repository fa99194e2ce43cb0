import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { canZoom, movedFrame, wholeFrame, zoomedFrame, type CropFrame } from './crop-frame.ts'
import { drawFrame, encoded, PICTURE_SIDE } from './draw-photo.ts'

const STEP = 0.08
const CLOSER = 1.25
const MOVES = [
  { key: 'ArrowLeft', words: 'pictures.moveLeft', icon: ArrowLeft, right: -STEP, down: 0 },
  { key: 'ArrowUp', words: 'pictures.moveUp', icon: ArrowUp, right: 0, down: -STEP },
  { key: 'ArrowDown', words: 'pictures.moveDown', icon: ArrowDown, right: 0, down: STEP },
  { key: 'ArrowRight', words: 'pictures.moveRight', icon: ArrowRight, right: STEP, down: 0 },
] as const
const ZOOMS = [
  { keys: ['-', '_'], words: 'pictures.farther', icon: ZoomOut, factor: 1 / CLOSER, testId: TEST_IDS.pictureFarther },
  { keys: ['+', '='], words: 'pictures.closer', icon: ZoomIn, factor: CLOSER, testId: TEST_IDS.pictureCloser },
] as const

interface PhotoCropProps {
  readonly photo: ImageBitmap
  readonly onCancel: () => void
  readonly onPicture: (picture: Blob) => void
}

/** Chooses the round part of a photograph: dragged, by keys or by buttons. What the circle shows is what is kept. */
export function PhotoCrop({ photo, onCancel, onPicture }: PhotoCropProps) {
  const { t } = useTranslation()
  // The sheet brings it in later than this.
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null)
  const held = useRef<{ x: number; y: number } | null>(null)
  const [frame, setFrame] = useState<CropFrame>(() => wholeFrame(photo))
  useEffect(() => {
    if (canvas) drawFrame(canvas, photo, frame)
  }, [canvas, photo, frame])

  function drag(event: PointerEvent<HTMLCanvasElement>): void {
    const from = held.current
    if (!from) return
    const length = event.currentTarget.clientWidth
    held.current = { x: event.clientX, y: event.clientY }
    // The photograph goes along with the hand, so the frame goes against it.
    setFrame((last) => movedFrame(last, photo, (from.x - event.clientX) / length, (from.y - event.clientY) / length))
  }

  function press(event: KeyboardEvent<HTMLCanvasElement>): void {
    const move = MOVES.find(({ key }) => key === event.key)
    const zoom = ZOOMS.find(({ keys }) => keys.some((key) => key === event.key))
    if (!move && !zoom) return
    event.preventDefault()
    if (move) setFrame((last) => movedFrame(last, photo, move.right, move.down))
    if (zoom) setFrame((last) => zoomedFrame(last, photo, zoom.factor))
  }

  async function use(): Promise<void> {
    const picture = canvas ? await encoded(canvas) : null
    if (picture) onPicture(picture)
  }

  return (
    <Sheet
      title={t('pictures.crop')}
      closeLabel={t('pictures.cancel')}
      onClose={onCancel}
      testId={TEST_IDS.pictureCrop}
    >
      <div className="flex flex-col items-center gap-4">
        <canvas
          ref={setCanvas}
          width={PICTURE_SIDE}
          height={PICTURE_SIDE}
          role="img"
          tabIndex={0}
          aria-label={t('pictures.cropHow')}
          className="photo-crop"
          onKeyDown={press}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            held.current = { x: event.clientX, y: event.clientY }
          }}
          onPointerMove={drag}
          onPointerUp={() => (held.current = null)}
          onPointerCancel={() => (held.current = null)}
        />
        <p className="text-sm text-ink-2">{t('pictures.cropHow')}</p>
        <div className="flex flex-wrap justify-center gap-2">
          {MOVES.map(({ key, words, icon: Icon, right, down }) => (
            <IconButton key={key} label={t(words)} onClick={() => setFrame(movedFrame(frame, photo, right, down))}>
              <Icon aria-hidden size={20} />
            </IconButton>
          ))}
          {ZOOMS.map(({ words, icon: Icon, factor, testId }) => (
            <IconButton
              key={words}
              label={t(words)}
              testId={testId}
              disabled={!canZoom(frame, photo, factor)}
              onClick={() => setFrame(zoomedFrame(frame, photo, factor))}
            >
              <Icon aria-hidden size={20} />
            </IconButton>
          ))}
        </div>
        <div className="flex w-full gap-2">
          <Button className="flex-1" onClick={onCancel}>
            {t('pictures.cancel')}
          </Button>
          <Button look="primary" className="flex-1" data-testid={TEST_IDS.pictureUse} onClick={() => void use()}>
            {t('pictures.use')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
