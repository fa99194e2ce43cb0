import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostApi, Identity } from '../../shared/host-api.ts'
import { enrol } from '../data/index.ts'
import type { IdentityKeeper } from '../platform/identity-keeper.ts'
import { TEST_IDS } from '../test-ids.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Brand } from './brand.tsx'
import { parseJoinLink } from './join-address.ts'
import { problemKey } from './problem-key.ts'
import { useJoinLink } from './use-join-link.ts'

interface EnrolScreenProps {
  readonly keeper: IdentityKeeper
  readonly host: HostApi | null
  readonly onEnrolled: (identity: Identity) => void
}

/** A device joins a restaurant with the code that the server shows. */
export function EnrolScreen({ keeper, host, onEnrolled }: EnrolScreenProps) {
  const { t } = useTranslation()
  const link = useJoinLink()
  const [code, setCode] = useState(link.code)
  const [name, setName] = useState('')
  const [server, setServer] = useState(link.server)
  const [spki, setSpki] = useState(link.spki)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  /** A pasted join link says everything; a typed address leaves trust to the system. */
  function nameServer(text: string): void {
    const pasted = parseJoinLink(text)
    setServer(pasted?.server ?? text)
    setSpki(pasted?.spki ?? null)
    if (pasted) setCode(pasted.code)
  }

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const site = host ? { origin: server.replace(/\/+$/, ''), spki } : null
    const answer = await enrol({ code, name: name.trim() || t('enrol.unnamed'), site, keeper, host })
    setBusy(false)
    if (answer.ok) onEnrolled(answer.value)
    else setProblem(answer.code)
  }

  return (
    <main className="mx-auto flex h-full max-w-xl flex-col justify-center gap-4 p-4">
      <Brand />
      <h1 className="text-2xl font-bold">{t('enrol.title')}</h1>
      <p className="text-ink-2">{t('enrol.how')}</p>
      <form className="flex flex-col gap-4" onSubmit={(event) => void join(event)}>
        {host ? (
          <TextField label={t('enrol.server')} value={server} max={500} onText={nameServer} inputMode="url" required />
        ) : null}
        <TextField
          label={t('enrol.code')}
          value={code}
          max={60}
          onText={setCode}
          autoCapitalize="characters"
          autoComplete="off"
          required
          data-testid={TEST_IDS.joinCode}
        />
        <TextField label={t('enrol.name')} value={name} onText={setName} max={60} data-testid={TEST_IDS.joinName} />
        {problem === null ? null : (
          <Notice tone="late" data-testid={TEST_IDS.joinError}>
            {t(problemKey(problem))}
          </Notice>
        )}
        <Button
          look="primary"
          size="large"
          type="submit"
          disabled={busy || code.trim() === ''}
          data-testid={TEST_IDS.joinSubmit}
        >
          {busy ? t('enrol.joining') : t('enrol.join')}
        </Button>
      </form>
    </main>
  )
}
