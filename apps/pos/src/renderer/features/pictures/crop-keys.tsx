import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { canZoom, movedFrame, zoomedFrame, type CropFrame } from './crop-frame.ts'
import { CROP_MOVES, CROP_ZOOMS } from './crop-steps.ts'

const ICONS = {
  'pictures.moveLeft': ArrowLeft,
  'pictures.moveUp': ArrowUp,
  'pictures.moveDown': ArrowDown,
  'pictures.moveRight': ArrowRight,
  'pictures.farther': ZoomOut,
  'pictures.closer': ZoomIn,
} as const
const ZOOM_IDS = { 'pictures.farther': TEST_IDS.pictureFarther, 'pictures.closer': TEST_IDS.pictureCloser } as const

interface CropKeysProps {
  readonly photo: ImageBitmap
  readonly frame: CropFrame
  readonly onFrame: (frame: CropFrame) => void
}

/** The steps as keys, for whoever cannot drag. */
export function CropKeys({ photo, frame, onFrame }: CropKeysProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-wrap justify-center gap-2">
      {CROP_MOVES.map(({ words, right, down }) => {
        const Icon = ICONS[words]
        return (
          <IconButton key={words} label={t(words)} onClick={() => onFrame(movedFrame(frame, photo, right, down))}>
            <Icon aria-hidden size={20} />
          </IconButton>
        )
      })}
      {CROP_ZOOMS.map(({ words, factor }) => {
        const Icon = ICONS[words]
        return (
          <IconButton
            key={words}
            label={t(words)}
            testId={ZOOM_IDS[words]}
            disabled={!canZoom(frame, photo, factor)}
            onClick={() => onFrame(zoomedFrame(frame, photo, factor))}
          >
            <Icon aria-hidden size={20} />
          </IconButton>
        )
      })}
    </div>
  )
}
