import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostApi, Identity } from '../../../shared/host-api.ts'
import { enrol } from '../../data/index.ts'
import type { IdentityKeeper } from '../../platform/identity-keeper.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { parseJoinLink, type JoinAddress } from './join-address.ts'
import { problemKey } from '../leaving/index.ts'

interface JoinFormProps {
  readonly keeper: IdentityKeeper
  readonly host?: HostApi | null
  readonly link?: JoinAddress
  readonly look?: 'primary' | 'plain'
  readonly onEnrolled: (identity: Identity) => void
}

const NO_LINK: JoinAddress = { code: '', server: '', spki: null }

/** A device joins a restaurant with the code that its server, or a manager's screen, shows. */
export function JoinForm({ keeper, host = null, link = NO_LINK, look = 'primary', onEnrolled }: JoinFormProps) {
  const { t } = useTranslation()
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
        look={look}
        size="large"
        type="submit"
        disabled={busy || code.trim() === ''}
        data-testid={TEST_IDS.joinSubmit}
      >
        {busy ? t('enrol.joining') : t('enrol.join')}
      </Button>
    </form>
  )
}
