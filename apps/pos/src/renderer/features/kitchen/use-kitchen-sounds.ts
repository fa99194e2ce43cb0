import { useEffect, useRef } from 'react'
import type { Ticket } from '@orderez/core/kitchen'
import { soundsSwitched, useUi, useUiDispatch } from '../../state/index.ts'
import { signalsOf, soundFor, type SignalKind } from './ticket-signals.ts'

const NOTE_S = 0.16
const LOUDNESS = 0.25
const SILENCE = 0.001

/** Hertz, one note after the other: up for a new ticket, down for a void, the same one thrice for a rush. */
const TUNES: { readonly [K in SignalKind]: readonly number[] } = {
  new: [660, 880],
  void: [520, 390, 260],
  rush: [1040, 1040, 1040],
}

interface KitchenSounds {
  readonly muted: boolean
  readonly toggle: () => void
}

/** Sounds for what comes to this screen; none for what was there when it opened, none before somebody has touched it. */
export function useKitchenSounds(tickets: readonly Ticket[]): KitchenSounds {
  const dispatch = useUiDispatch()
  const muted = !useUi((state) => state.preferences.sounds)
  const audio = useRef<AudioContext | null>(null)
  const known = useRef<Set<string> | null>(null)

  useEffect(() => {
    const begin = () => {
      audio.current ??= new AudioContext()
    }
    window.addEventListener('pointerdown', begin, { once: true })
    window.addEventListener('keydown', begin, { once: true })
    return () => {
      window.removeEventListener('pointerdown', begin)
      window.removeEventListener('keydown', begin)
      void audio.current?.close()
      audio.current = null
    }
  }, [])

  useEffect(() => {
    const signals = signalsOf(tickets)
    const sound = known.current ? soundFor(known.current, signals) : null
    known.current = new Set([...(known.current ?? []), ...signals.keys()])
    if (sound && !muted && audio.current) play(audio.current, TUNES[sound])
  }, [tickets, muted])

  return { muted, toggle: () => dispatch(soundsSwitched(muted)) }
}

function play(audio: AudioContext, tune: readonly number[]): void {
  for (const [index, hertz] of tune.entries()) {
    const from = audio.currentTime + index * NOTE_S
    const [tone, gain] = [audio.createOscillator(), audio.createGain()]
    tone.frequency.value = hertz
    gain.gain.setValueAtTime(LOUDNESS, from)
    gain.gain.exponentialRampToValueAtTime(SILENCE, from + NOTE_S)
    tone.connect(gain).connect(audio.destination)
    tone.start(from)
    tone.stop(from + NOTE_S)
  }
}
