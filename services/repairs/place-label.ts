/** A place as people say it: 办公楼1号 · 302室 · 窗边. */
export function placeLabel(place: {
  siteName: string
  roomName?: string | null
  placeText?: string | null
}): string {
  return [place.siteName, place.roomName, place.placeText].filter(Boolean).join(' · ')
}
