import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { rateAction } from '../../actions/rate-action.ts'
import { requestListActions } from '../../actions/request-list-actions.ts'
import { requestStates } from '../../states.ts'
import { requestSentence } from './request-sentence.ts'
import './rides.css'

const messages = defineMessages({
  title: text('用车', 'Vehicles'),
  ask: text('申请用车', 'Ask for a vehicle'),
  askNote: text('去过的地方，点一下就填好', 'A place of before fills the form'),
  all: text('我的用车', 'My rides'),
  allNote: text('进度、司机电话、评价', 'Progress, the driver, ratings'),
  good: text('很满意', 'Very good'),
  thanks: text('谢谢评价', 'Thank you'),
})

/** How many of the next rides the first screen has room for. */
const most = 2

/** My rides on their way, a tap to rate the last, and the way to the next. */
export default function RidesCard() {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const mine = useRead(requestListActions.listRequests, { mine: true, open: true, limit: 50 })
  const rate = useWrite(rateAction, { success: t('thanks'), invalidates: ['/fleet'] })
  // The list has the latest first; here the next one counts.
  const next = [...(mine.data?.items ?? [])].reverse().slice(0, most)
  return (
    <Section title={t('title')} look="plain">
      <div className="hq-stack hq-stack-tight">
        {next.length > 0 ? (
          <ul className="ride-next">
            {next.map((request) => (
              <li key={request.id}>
                <LinkTo to={`/fleet/requests/${request.id}`} className="ride-words">
                  <strong>
                    {format.when(request.from)} {request.destination}
                  </strong>
                  <span className="hq-soft">{requestSentence(request, say, format)}</span>
                </LinkTo>
                {request.can.rate ? (
                  <Button
                    type="primary"
                    loading={rate.isPending}
                    onClick={() => rate.mutate({ requestId: request.id, overall: 5 })}
                  >
                    {t('good')}
                  </Button>
                ) : (
                  <StateTag machine={requestStates} state={request.state} />
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <Tiles>
          <Tile to="/fleet/requests/new" icon="vehicles" title={messages.ask} note={messages.askNote} />
          <Tile to="/fleet/requests?mine=true" icon="orders" title={messages.all} note={messages.allNote} />
        </Tiles>
      </div>
    </Section>
  )
}
