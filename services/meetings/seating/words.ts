import { type Text, text } from '#kernel/contract/text.ts'

/** How tables and chairs stand. */
export const layouts = {
  CLASSROOM: text('课桌式', 'Classroom'),
  THEATRE: text('剧院式', 'Theatre'),
  HOLLOW_SQUARE: text('回字形', 'Hollow square'),
  U_SHAPE: text('U 形', 'U-shape'),
  BOARD: text('董事会式', 'Board table'),
  ROSTRUM: text('主席台', 'Rostrum'),
} as const satisfies Record<string, Text>
export type LayoutName = keyof typeof layouts
export const allLayouts = Object.keys(layouts) as LayoutName[]

/** Where a number of chairs stands in a room, for a seat's name: 主席台 3 号, 客方 1 号. */
export const sides = {
  ROSTRUM: text('主席台', 'Rostrum'),
  FLOOR: text('会场', 'Floor'),
  GUEST: text('客方', 'Guests'),
  HOST: text('主方', 'Hosts'),
  HEAD: text('上首', 'Head'),
  LEFT: text('左侧', 'Left side'),
  RIGHT: text('右侧', 'Right side'),
} as const satisfies Record<string, Text>
export type Side = keyof typeof sides

/** What else is drawn. */
export const furnitureWords = {
  ROSTRUM: text('主席台', 'Rostrum'),
  TABLE: text('', ''),
  DOOR: text('门', 'Door'),
  SCREEN: text('屏幕', 'Screen'),
} as const satisfies Record<string, Text>
export type FurnitureKind = keyof typeof furnitureWords
