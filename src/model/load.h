/* The steps of reading a model. */
#ifndef MODEL_LOAD_H
#define MODEL_LOAD_H

#include "model/files.h"

/* Room for up to `jobs` threads (0: all cores), before the first files_read. */
void files_prepare(struct model_files *files, unsigned jobs, struct arena *arena);
/* Reads the files of the list from `from` on; faults are in the `diag` of each. */
void files_read(struct model_files *files, size_t from);
/* Joins all that was read. */
void model_join(struct model *model, struct arena *arena);

/* Reads what `print_only` asks for; NULL when not all of it is where its name says. */
struct model *print_load(const struct model_request *request, struct arena *arena);

#endif
