import { Type } from 'typebox'
import { Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format, PlaceCode, PlaceText } from '../schema.ts'

const permission = 'repairs.place-codes'
const filters = { siteId: Type.Optional(Id), revoked: Type.Optional(Type.Boolean()) }

/** The printed codes at doors, by which anybody can report. */
export const placeCodeActions = {
  listPlaceCodes: read({
    path: '/repairs/place-codes',
    permission,
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(PlaceCode),
    summary: text('报修二维码', 'Repair codes at places'),
  }),
  exportPlaceCodes: download({
    path: '/repairs/place-codes/export',
    permission,
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出报修二维码', 'Export repair codes'),
  }),
  printPlaceCodes: read({
    path: '/repairs/place-codes/sheet',
    permission,
    input: Type.Object({ siteId: Type.Optional(Id) }),
    output: Type.Object({ bureauName: Type.String(), items: Type.Array(PlaceCode) }),
    summary: text('打印二维码', 'Codes for a print sheet'),
  }),
  createPlaceCodes: write({
    path: '/repairs/place-codes',
    permission,
    input: Type.Object({
      siteId: Id,
      /** One code each; none: one code for the site itself. */
      roomIds: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })),
      placeText: Type.Optional(PlaceText),
    }),
    output: Type.Object({ items: Type.Array(PlaceCode) }),
    summary: text('生成二维码', 'Create codes'),
  }),
  revokePlaceCode: write({
    path: '/repairs/place-codes/:codeId/revocation',
    permission,
    input: Type.Object({ codeId: Id, reason: Type.String({ minLength: 1, maxLength: 200 }) }),
    output: Done,
    summary: text('停用二维码', 'Revoke a code'),
  }),
}
