import { Type } from 'typebox'
import { Done, Id, Nullable, read, TextPair, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  ClientKey,
  Duplicate,
  FileIds,
  Grade,
  Kind,
  Phone,
  Place,
  PublicProgress,
  placeInput,
  Receipt,
  Urgency,
  Words,
} from '../schema.ts'

const Name = Type.String({ minLength: 1, maxLength: 50 })
const SignedCode = Type.String({ minLength: 10, maxLength: 200 })
const fault = {
  kind: Kind,
  description: Words,
  urgency: Type.Optional(Urgency),
  photos: Type.Optional(FileIds),
}

/** The ways a fault becomes known: by an account, by a call to the desk, by a scanned code. */
export const reportActions = {
  report: write({
    path: '/repairs',
    permission: 'repairs.report',
    input: Type.Object({
      ...placeInput,
      ...fault,
      phone: Type.Optional(Phone),
      clientKey: Type.Optional(ClientKey),
    }),
    output: Receipt,
    summary: text('报修', 'Report a repair'),
  }),
  takeCall: write({
    path: '/repairs/calls',
    permission: 'repairs.take-call',
    input: Type.Object({
      ...placeInput,
      ...fault,
      grade: Type.Optional(Grade),
      /** Whoever called: a person of the directory, or a name with a unit. */
      callerPersonId: Type.Optional(Nullable(Id)),
      callerName: Type.Optional(Name),
      callerPhone: Type.Optional(Phone),
      callerUnitId: Type.Optional(Nullable(Id)),
      clientKey: Type.Optional(ClientKey),
    }),
    output: Receipt,
    summary: text('接听来电，代为报修', 'Take a call and report for the caller'),
  }),
  suggestDuplicates: read({
    path: '/repairs/duplicates',
    permission: 'repairs.report',
    input: Type.Object({ ...placeInput, kind: Type.Optional(Kind) }),
    output: Type.Object({ items: Type.Array(Duplicate) }),
    summary: text('同一地点未办结的报修', 'Open repairs at the same place'),
  }),
  followRepair: write({
    path: '/repairs/:orderId/followers',
    permission: 'repairs.report',
    input: Type.Object({ orderId: Id }),
    output: Done,
    summary: text('我也遇到了，一起跟进', 'Follow what somebody else reported'),
  }),
  scanPlace: read({
    path: '/public/places/:code',
    permission: 'public',
    input: Type.Object({ code: SignedCode }),
    output: Type.Object({
      bureauName: Type.String(),
      place: Place,
      kinds: Type.Array(Type.Object({ kind: Kind, title: TextPair })),
      /** Open here already, so that nobody reports twice; no names. */
      open: Type.Array(Type.Object({ number: Type.String(), kind: Kind, stateTitle: TextPair })),
    }),
    summary: text('扫码看地点', 'What a scanned code stands for'),
    rateLimit: 60,
  }),
  reportByCode: write({
    path: '/public/repairs/:code',
    permission: 'public',
    input: Type.Object({
      code: SignedCode,
      ...fault,
      placeText: Type.Optional(Type.String({ maxLength: 100 })),
      name: Type.Optional(Name),
      phone: Type.Optional(Phone),
      clientKey: Type.Optional(ClientKey),
    }),
    output: Type.Object({
      ...Receipt.properties,
      followCode: Type.String(),
      followPath: Type.String(),
    }),
    summary: text('扫码报修（无需账号）', 'Report by a code, without an account'),
    rateLimit: 6,
  }),
  storePublicPhoto: write({
    path: '/public/repairs/:code/photos',
    permission: 'public',
    input: Type.Object({ code: SignedCode }),
    output: Type.Object({ id: Id }),
    summary: text('扫码报修上传照片', 'Upload a photo for a report by code'),
    upload: true,
    rateLimit: 20,
  }),
  followReport: read({
    path: '/public/repairs/follow/:code',
    permission: 'public',
    input: Type.Object({ code: SignedCode }),
    output: PublicProgress,
    summary: text('凭链接看进度', 'Follow a report by its link'),
    rateLimit: 60,
  }),
}
