import { implement } from '#kernel/server-module.ts'
import { catalogue } from '../module.ts'
import { changeItem } from './change-item.ts'
import { compileHandbook } from './compile-handbook.ts'
import { createItem } from './create-item.ts'
import { fillDemo } from './demo.ts'
import { ensureCatalogue } from './ensure-catalogue.ts'
import { openHandbook } from './open-handbook.ts'
import { publishItem, withdrawItem } from './publish-item.ts'
import { exportItems, listItems, readItem } from './queries.ts'
import { exportReceipts, listReceipts, readHandbook } from './read-handbook.ts'
import { writeHandbook } from './write-handbook.ts'

export const catalogueServer = implement(catalogue, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    listItems,
    exportItems,
    readItem,
    createItem,
    changeItem,
    publishItem,
    withdrawItem,
    readHandbook,
    writeHandbook,
    compileHandbook,
    openHandbook,
    listReceipts,
    exportReceipts,
  },
  on: { 'kernel.bureau_created': [ensureCatalogue] },
  demo: fillDemo,
})
