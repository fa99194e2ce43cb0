import { canonicalJson } from '../kernel/index.ts'
import type { Verdict } from '../orders/index.ts'
import type { Sealer } from '../sync/index.ts'

type Unsealed = Omit<Verdict, 'seal'>

/** A12: the site's mark on a verdict and on the fact it is about, so that neither can be changed by whoever carries them. */
export function sealVerdict(sealer: Sealer, factHash: string, verdict: Unsealed): Verdict {
  return { ...verdict, seal: sealer.seal(markedText(factHash, verdict)) }
}

/** Whether this site gave the verdict, in this life of its store or in an earlier one. */
export function isOwnVerdict(sealer: Sealer, factHash: string, { seal, ...verdict }: Verdict): boolean {
  return seal !== undefined && sealer.verify(markedText(factHash, verdict), seal)
}

function markedText(factHash: string, verdict: Unsealed): string {
  return `${factHash} ${canonicalJson(verdict)}`
}
