/* What is known of an output that lies in its folder: from which inputs it was made, and which bytes
 * it had then. A hidden file for each, so that no run and no part of a batch needs to know of
 * another. */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "base/digest.h"

/* Whether the file at `path` was made from these inputs and has not been touched since. */
bool record_holds(const char *path, struct digest inputs);
/* Remembers the inputs and the bytes of an output. Where that cannot be written nothing is known
 * and the output is made again. */
void record_write(const char *path, struct digest inputs, struct digest output);
/* Makes the folder for the records of outputs in `folder`. */
void record_folder(const char *folder);

#endif
