export { ConnectionSign } from './connection-sign.tsx'
export { RiskNotice } from './risk-notice.tsx'
