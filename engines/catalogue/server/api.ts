/** What others may ask of the service catalogue. */

export type { Dimension, EscalationStep, ItemVersion, Pledge, ServiceClass, Urgency } from '../schema.ts'
export { ensureCatalogue } from './ensure-catalogue.ts'
export { itemForOrder, readItemVersion, readItemVersions } from './read-item-version.ts'
