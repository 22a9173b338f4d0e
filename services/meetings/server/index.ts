import { joinHandlers } from '#kernel/events/join-handlers.ts'
import { implement } from '#kernel/server-module.ts'
import { joinPersonal } from '#platform/privacy/server/api.ts'
import { meetings } from '../module.ts'
import { closeAccessory, reopenAccessory } from './accessories/close-accessory.ts'
import { accessoriesImport } from './accessories/import-accessories.ts'
import { exportAccessories, listAccessories } from './accessories/list-accessories.ts'
import { readAccessory } from './accessories/read-accessory.ts'
import { changeAccessory, createAccessory } from './accessories/write-accessory.ts'
import { assignTasks } from './assign-tasks.ts'
import { addParticipants } from './attendance/add-participants.ts'
import { addUnit } from './attendance/add-unit.ts'
import { changeParticipant, removeParticipant } from './attendance/change-participant.ts'
import { closeDoor, openDoor } from './attendance/doors.ts'
import { exportAttendance } from './attendance/export-attendance.ts'
import { listParticipants } from './attendance/list-participants.ts'
import { countHeads, markAttendance } from './attendance/mark-attendance.ts'
import { pasteParticipants } from './attendance/paste-participants.ts'
import { attendancePersonal, attendanceRetention } from './attendance/personal.ts'
import { readDoor, searchDoor, signIn } from './attendance/sign-in.ts'
import { listAttendants } from './attendants.ts'
import { bookMeeting } from './book-meeting.ts'
import { changeMeeting } from './change-meeting.ts'
import { closeRoom, closeRoomsDue, reopenRoom } from './close-room.ts'
import { fillDemo } from './demo.ts'
import { openRoomFeed } from './displays/feed-room.ts'
import { readDisplay } from './displays/read-display.ts'
import { listRoomLinks, makeRoomLink, revokeRoomLink } from './displays/room-links.ts'
import { serveDisplayLive } from './displays/serve-display-live.ts'
import { bookAtDoor, checkInAtDoor, endAtDoor } from './displays/use-door.ts'
import { setEquipment } from './equip-room.ts'
import { followBookings } from './follow-bookings.ts'
import { followFurtherRooms } from './further-rooms.ts'
import { meetingsImport } from './import-meetings.ts'
import { roomsImport } from './import-rooms.ts'
import {
  downloadInvitation,
  followInvitations,
  readInvitations,
  sendInvitations,
} from './invitations/send-invitations.ts'
import { addFitOut, addLease, endLease } from './lease-room.ts'
import { exportMeetings, listMeetings } from './list-meetings.ts'
import { exportRooms, findFreeRooms, listRooms } from './list-rooms.ts'
import { exportTasks, listMyTasks, listTasks, readTask } from './list-tasks.ts'
import { addEventMeetings, addGuests, removeEventMeeting, removeGuest } from './major-events/event-parts.ts'
import { exportEvent } from './major-events/export-event.ts'
import { addMilestone, changeMilestone, removeMilestone, settleMilestone } from './major-events/milestones.ts'
import { askForEvent, askForMeeting, listNeeds } from './major-events/needs.ts'
import { readEvent } from './major-events/read-event.ts'
import { exportEvents, listEvents } from './major-events/select-events.ts'
import { changeEvent, closeEvent, createEvent, startEvent } from './major-events/write-event.ts'
import { meetingsMetricHandlers } from './metrics.ts'
import { missTasks } from './miss-tasks.ts'
import { meetingsPersonal, meetingsRetention } from './personal.ts'
import { mayReadRoomFiles, mayReadTaskFiles } from './policy.ts'
import { rateMeeting } from './rate-meeting.ts'
import { readDefaults } from './read-defaults.ts'
import { readForecast } from './read-forecast.ts'
import { readMeeting } from './read-meeting.ts'
import { readRoom } from './read-room.ts'
import { recordOmission } from './record-omission.ts'
import { reflect } from './reflect.ts'
import { remedyOmission } from './remedy-omission.ts'
import { printNamePlates, printSeats } from './seats/print-seats.ts'
import { readSeats, saveSeats, seatByOrder } from './seats/save-seats.ts'
import { tellOfClosing } from './tell-closing.ts'
import { tellOfMeetings } from './tell-meetings.ts'
import { listUsualAttendants, removeUsualAttendant, setUsualAttendant } from './usual-attendants.ts'
import { finishTask, recordTaskChecklist, startTask } from './work-task.ts'
import { addRoomPhotos, changeRoom, createRoom, removeRoomPhoto } from './write-room.ts'

/** The meetings on the server. */
export const meetingsServer = implement(meetings, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    listRooms,
    exportRooms,
    findFreeRooms,
    readRoom,
    createRoom,
    changeRoom,
    addRoomPhotos,
    removeRoomPhoto,
    closeRoom,
    reopenRoom,
    setEquipment,
    addLease,
    endLease,
    addFitOut,
    listAccessories,
    exportAccessories,
    readAccessory,
    createAccessory,
    changeAccessory,
    closeAccessory,
    reopenAccessory,
    listTasks,
    exportTasks,
    listMyTasks,
    readTask,
    startTask,
    recordTaskChecklist,
    finishTask,
    assignTasks,
    listAttendants,
    listUsualAttendants,
    setUsualAttendant,
    removeUsualAttendant,
    readForecast,
    bookMeeting,
    readDefaults,
    listMeetings,
    exportMeetings,
    readMeeting,
    changeMeeting,
    rateMeeting,
    recordOmission,
    remedyOmission,
    reflect,
    listParticipants,
    addParticipants,
    addUnit,
    pasteParticipants,
    changeParticipant,
    removeParticipant,
    markAttendance,
    countHeads,
    openDoor,
    closeDoor,
    exportAttendance,
    readDoor,
    searchDoor,
    signIn,
    readSeats,
    saveSeats,
    seatByOrder,
    printSeats,
    printNamePlates,
    listRoomLinks,
    makeRoomLink,
    revokeRoomLink,
    readDisplay,
    checkInAtDoor,
    bookAtDoor,
    endAtDoor,
    openRoomFeed,
    readInvitations,
    sendInvitations,
    downloadInvitation,
    listEvents,
    exportEvents,
    readEvent,
    exportEvent,
    createEvent,
    changeEvent,
    startEvent,
    closeEvent,
    addEventMeetings,
    removeEventMeeting,
    addMilestone,
    changeMilestone,
    settleMilestone,
    removeMilestone,
    addGuests,
    removeGuest,
    askForEvent,
    listNeeds,
    askForMeeting,
  },
  imports: {
    'meeting-rooms': roomsImport,
    'meeting-accessories': accessoriesImport,
    meetings: meetingsImport,
  },
  metrics: meetingsMetricHandlers,
  jobs: { 'miss-tasks': missTasks, 'close-rooms': closeRoomsDue },
  mayReadFiles: { 'meetings.room': mayReadRoomFiles, 'meetings.task': mayReadTaskFiles },
  retention: [...meetingsRetention, ...attendanceRetention],
  personal: joinPersonal(meetingsPersonal, attendancePersonal),
  on: joinHandlers(followFurtherRooms, followBookings, tellOfMeetings, tellOfClosing, followInvitations),
  demo: fillDemo,
  doors: serveDisplayLive,
})
