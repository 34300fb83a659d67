import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { logTab } from "#app/services/assignment/log-tab.server.ts";
import { AssignmentFrame } from "#app/ui/assignment/frame.tsx";
import { LogLines } from "#app/ui/assignment/log-lines.tsx";
import { view } from "#app/ui/shell/view.tsx";

export const loader = page(({ ctx, params }) => logTab(ctx, idIn(params.assignmentId)));
const Screen = ({ data }: { data: DataOf<typeof loader> }) => (
  <AssignmentFrame frame={data.frame} tab="logboek" now={data.now}>
    <LogLines lines={data.lines} />
  </AssignmentFrame>
);
export default view(Screen);
