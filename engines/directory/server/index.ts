import { implement } from '#kernel/server-module.ts'
import { directory } from '../module.ts'
import { beginPosts } from './begin-posts.ts'
import { changeCampus } from './change-campus.ts'
import { changePerson } from './change-person.ts'
import { changeRoom } from './change-room.ts'
import { changeSite } from './change-site.ts'
import { changeUnit } from './change-unit.ts'
import { closeRoom, closeSite } from './close-place.ts'
import { closeUnit } from './close-unit.ts'
import { createCampus } from './create-campus.ts'
import { createPerson } from './create-person.ts'
import { createRoom } from './create-room.ts'
import { createSite } from './create-site.ts'
import { createUnit } from './create-unit.ts'
import { demo } from './demo.ts'
import { exportPeople, exportRooms, exportSites, exportUnits } from './export-lists.ts'
import { importPeople } from './import-people.ts'
import { importSites } from './import-sites.ts'
import { importUnits } from './import-units.ts'
import { leavePerson } from './leave-person.ts'
import { metrics } from './metrics.ts'
import { listPeople, me, readMobile, readPerson } from './people-queries.ts'
import { directoryPersonal, directoryRetention } from './personal.ts'
import { listCampuses, listRooms, listSites, readSite } from './place-queries.ts'
import { readDirectoryHistory } from './read-history.ts'
import { searchPlaces } from './search-places.ts'
import { transferPerson } from './transfer-person.ts'
import { listUnits, readUnit } from './unit-queries.ts'

export const directoryServer = implement(directory, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    me,
    listUnits,
    exportUnits,
    readUnit,
    createUnit,
    changeUnit,
    closeUnit,
    listPeople,
    exportPeople,
    readPerson,
    readMobile,
    createPerson,
    changePerson,
    transferPerson,
    leavePerson,
    searchPlaces,
    listCampuses,
    createCampus,
    changeCampus,
    listSites,
    exportSites,
    readSite,
    createSite,
    changeSite,
    closeSite,
    listRooms,
    exportRooms,
    createRoom,
    changeRoom,
    closeRoom,
    readHistory: readDirectoryHistory,
  },
  metrics,
  jobs: { 'begin-posts': beginPosts },
  imports: { sites: importSites, units: importUnits, people: importPeople },
  retention: directoryRetention,
  personal: directoryPersonal,
  demo,
})
