import { useEffect, useRef, useState } from 'react'
import { Camera, CloudUpload, ImageOff, ImagePlus, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { DishPicture } from './dish-picture.tsx'
import { photoFrom } from './draw-photo.ts'
import { PhotoCrop } from './photo-crop.tsx'

interface PictureFieldProps {
  readonly picture: string | null
  /** Of the dish. */
  readonly name: string
  readonly onPicture: (picture: string | null) => void
}

/** The picture of a dish in its editor: chosen, taken, cropped, removed. Works without a network; the photograph then waits on this device. */
export function PictureField({ picture, name, onPicture }: PictureFieldProps) {
  const { t } = useTranslation()
  const { pictures } = useTerminal()
  const { person } = usePerson()
  const [photo, setPhoto] = useState<ImageBitmap | null>(null)
  const [problem, setProblem] = useState<'pictures.unreadable' | 'pictures.notKept' | null>(null)
  useEffect(() => () => photo?.close(), [photo])

  async function open(file: File | undefined): Promise<void> {
    if (!file) return
    const found = await photoFrom(file)
    setProblem(found ? null : 'pictures.unreadable')
    setPhoto(found)
  }

  async function keep(cropped: Blob): Promise<void> {
    setPhoto(null)
    try {
      onPicture(await pictures.keep(cropped, person.id))
    } catch (cause) {
      console.error('picture', cause)
      setProblem('pictures.notKept')
    }
  }

  return (
    <fieldset className="flex flex-wrap items-center gap-4">
      <legend className="mb-1 text-sm text-ink-2">{t('pictures.picture')}</legend>
      <DishPicture picture={picture} name={name} place="large" />
      <div className="flex flex-1 flex-col gap-2">
        <div className="flex flex-wrap gap-2">
          <FileButton words="pictures.choose" testId={TEST_IDS.pictureFile} onFile={(file) => void open(file)} />
          <FileButton
            words="pictures.take"
            testId={TEST_IDS.pictureCamera}
            fromCamera
            onFile={(file) => void open(file)}
          />
          {picture ? (
            <Button data-testid={TEST_IDS.pictureRemove} onClick={() => onPicture(null)}>
              <ImageOff aria-hidden size={20} />
              {t('pictures.remove')}
            </Button>
          ) : null}
        </div>
        {problem ? (
          <p role="alert" className="text-sm text-late">
            {t(problem)}
          </p>
        ) : null}
        {picture ? <Whereabouts picture={picture} /> : null}
      </div>
      {photo ? (
        <PhotoCrop photo={photo} onCancel={() => setPhoto(null)} onPicture={(cropped) => void keep(cropped)} />
      ) : null}
    </fieldset>
  )
}

/** Says where a new photograph is; nothing once everybody can have it. */
function Whereabouts({ picture }: { readonly picture: string }) {
  const { t } = useTranslation()
  const { pictures } = useTerminal()
  const kept = useLive(pictures.kept)
  if (kept?.refused.includes(picture)) {
    return (
      <p className="flex items-center gap-2 text-sm text-late">
        <TriangleAlert aria-hidden size={16} />
        {t('pictures.refused')}
      </p>
    )
  }
  if (!kept?.unsent.includes(picture)) return null
  return (
    <p data-testid={TEST_IDS.pictureUnsent} className="flex items-center gap-2 text-sm text-ink-2">
      <CloudUpload aria-hidden size={16} />
      {t('pictures.unsent')}
    </p>
  )
}

interface FileButtonProps {
  readonly words: 'pictures.choose' | 'pictures.take'
  readonly testId: string
  readonly fromCamera?: boolean
  readonly onFile: (file: File | undefined) => void
}

/** The browser's own chooser behind a button of ours. */
function FileButton({ words, testId, fromCamera = false, onFile }: FileButtonProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        {fromCamera ? <Camera aria-hidden size={20} /> : <ImagePlus aria-hidden size={20} />}
        {t(words)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid={testId}
        accept="image/*"
        {...(fromCamera ? { capture: 'environment' } : {})}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0])
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
