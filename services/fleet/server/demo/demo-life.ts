import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type {
  Body,
  CostKind,
  Energy,
  LicenceClass,
  Light,
  Pool,
  Purpose,
  Reach,
  VehicleClass,
} from '../../words.ts'
import type { Chance } from './chance.ts'

/** A vehicle as the year goes by: where its odometer stands, what is in its tank, from when on it is free. */
export interface DemoVehicle {
  id: string
  plate: string
  class: VehicleClass
  body: Body
  energy: Energy
  seats: number
  pool: Pool
  /** Before the first trip that is told. */
  firstKm: number
  km: number
  /** Litres, or kWh where it has no tank, for 100 km. */
  per100km: number
  /** Used since it was last filled. */
  used: number
  /** Filled again after so much. */
  tank: number
  freeAt: number
  /** Local day after which it drives no more. */
  until: string | null
}

export interface DemoDriver {
  id: string
  name: string
  licence: LicenceClass
  pool: Pool
  freeAt: number
}

export interface DemoPerson {
  id: string
  name: string
  unitId: string
  mobile: string
}

export interface DemoRequest {
  id: string
  number: string
  person: DemoPerson
  purpose: Purpose
  reason: string
  passengers: number
  origin: string
  stops: string[]
  destination: string
  reach: Reach
  oneWayKm: number
  from: Date
  to: Date
  emergency: boolean
  class: VehicleClass | null
  state:
    | 'SUBMITTED'
    | 'REFUSED'
    | 'WITHDRAWN'
    | 'APPROVED'
    | 'ASSIGNED'
    | 'UNDER_WAY'
    | 'DONE'
    | 'CANCELLED'
    | 'DIVERTED'
  closingReason: string | null
  submittedAt: Date
  approvedAt: Date | null
}

export interface DemoCost {
  kind: CostKind
  fen: number
  litres?: number
  kwh?: number
  receipt: boolean
}

export interface DemoTrip {
  id: string
  number: string
  vehicle: DemoVehicle
  driver: DemoDriver
  state: 'ASSIGNED' | 'UNDER_WAY' | 'COMPLETED' | 'CANCELLED'
  from: Date
  to: Date
  leftAt: Date | null
  returnedAt: Date | null
  outKm: number | null
  inKm: number | null
  light: Light | null
  reasons: { code: string; light: Light; params: Record<string, string | number>; href: string }[]
  /** Empty: a trip nobody asked for, which is what supervision has to find. */
  requests: DemoRequest[]
  costs: DemoCost[]
  plannedAt: Date
}

/** What the year is played with. */
export interface DemoWorld {
  calendar: WorkCalendar
  vehicles: DemoVehicle[]
  drivers: DemoDriver[]
  people: DemoPerson[]
  /** The person of the demo account `staff`: some requests are hers. */
  staff: DemoPerson
  chance: Chance
  now: Date
}
