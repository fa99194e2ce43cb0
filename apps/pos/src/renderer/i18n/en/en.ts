import demo from './demo.json' with { type: 'json' }
import branchSettings from './branch-settings.json' with { type: 'json' }
import devices from './devices.json' with { type: 'json' }
import drawer from './drawer.json' with { type: 'json' }
import firstRun from './first-run.json' with { type: 'json' }
import floor from './floor.json' with { type: 'json' }
import floorEditor from './floor-editor.json' with { type: 'json' }
import kitchen from './kitchen.json' with { type: 'json' }
import moves from './moves.json' with { type: 'json' }
import manager from './manager.json' with { type: 'json' }
import order from './order.json' with { type: 'json' }
import payment from './payment.json' with { type: 'json' }
import pictures from './pictures.json' with { type: 'json' }
import reports from './reports.json' with { type: 'json' }
import rules from './rules.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import takeaway from './takeaway.json' with { type: 'json' }

/** The words in English of all that lies behind the start: one file for each part of the app. */
export const en = {
  ...demo,
  ...branchSettings,
  ...devices,
  ...drawer,
  ...firstRun,
  ...floor,
  ...floorEditor,
  ...kitchen,
  ...moves,
  ...manager,
  ...order,
  ...payment,
  ...pictures,
  ...reports,
  ...rules,
  ...shell,
  ...takeaway,
}
