/* What lies among the data and is not read, though it seems to be meant. */
#ifndef MODEL_STRAYS_H
#define MODEL_STRAYS_H

#include "base/arena.h"
#include "base/diag.h"

/* Warns of files of YAML in the folder of the data, or in one of its parts, whose names or places are
 * not those that are read, and of folders in and beside the parts. */
void strays_report(const char *folder, struct arena *arena, struct diag *diag);

#endif
