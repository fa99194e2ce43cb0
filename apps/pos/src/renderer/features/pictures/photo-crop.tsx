import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { CropKeys } from './crop-keys.tsx'
import { wholeFrame, type CropFrame } from './crop-frame.ts'
import { drawFrame, encoded, PICTURE_SIDE } from './draw-photo.ts'
import { useCropHand } from './use-crop-hand.ts'

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
  const [frame, setFrame] = useState<CropFrame>(() => wholeFrame(photo))
  const hand = useCropHand(photo, setFrame)
  useEffect(() => {
    if (canvas) drawFrame(canvas, photo, frame)
  }, [canvas, photo, frame])

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
          {...hand}
        />
        <p className="text-sm text-ink-2">{t('pictures.cropHow')}</p>
        <CropKeys photo={photo} frame={frame} onFrame={setFrame} />
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
