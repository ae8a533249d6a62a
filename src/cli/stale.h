/* Outputs whose data are gone. */
#ifndef CLI_STALE_H
#define CLI_STALE_H

#include "base/digest.h"
#include "cli/session.h"

/* Removes from the folder of the output what attache made of the same data folder and no document
 * of the data bears the name of any more, in no language and for no medium. A file that was
 * changed since it was made stays, which is said. A part of a batch removes nothing, for it does
 * not know the others. `origin` tells the data folder (inputs_origin). Returns how many were
 * removed. */
size_t stale_remove(struct session *session, struct digest origin);

#endif
