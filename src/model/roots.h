/* The roots of the files, as tables. */
#ifndef MODEL_ROOTS_H
#define MODEL_ROOTS_H

#include "model/model.h"

struct mission_file {
    LIST(struct mission) missions;
    LIST(struct source) sources;
    struct span span;
};
extern const struct record mission_file_record;

struct release_file {
    LIST(struct release) releases;
    struct span span;
};
extern const struct record release_file_record;

struct label_file {
    LIST(struct label) labels;
    struct span span;
};
extern const struct record label_file_record;

#endif
