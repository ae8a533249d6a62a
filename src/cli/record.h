/* What is known of an output that lies in its folder: from which inputs it was made, which bytes it
 * had then, and where its data lie. A hidden file for each, so that no run and no part of a batch
 * needs to know of another. */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "base/arena.h"
#include "base/digest.h"

/* Whether the file at `path` was made from these inputs and has not been touched since. */
bool record_holds(const char *path, struct digest inputs, struct digest origin);
/* Whether attache made what is, or was, at `path` from data that lie there; see inputs_origin. */
bool record_is_of(const char *path, struct digest origin);
/* Whether the file at `path` is there and has not been touched since it was made. */
bool record_describes(const char *path);
/* Remembers the inputs and the bytes of an output. Where that cannot be written nothing is known
 * and the output is made again. */
void record_write(const char *path, struct digest inputs, struct digest output,
                  struct digest origin);
void record_remove(const char *path);
/* Makes the folder for the records of outputs in `folder`. */
void record_folder(const char *folder);
/* Names of the outputs in `folder` that have a record, sorted by the bytes of their records' names.
 */
struct str *record_list(struct arena *arena, const char *folder, size_t *count);

#endif
