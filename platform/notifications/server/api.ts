/** What others may ask of the notifications. Types are declared in a descriptor's `notifications`. */

export { findMailAddresses, findSenderAddress } from './find-mail-addresses.ts'
export type { Addressees } from './find-recipients.ts'
export { notifyRole, type RoleNews } from './notify-role.ts'
export { type News, tell } from './tell.ts'
