export { ReservationDialog } from './reservation-dialog.tsx'
export { ReservationRail } from './reservation-rail.tsx'
export { useReservations } from './use-reservations.ts'
