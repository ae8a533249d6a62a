/* Everything below data/, read and checked; const afterwards and shared by all threads. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/digest.h"
#include "base/shard.h"
#include "model/bulletin.h"
#include "model/directory.h"
#include "model/labels.h"
#include "model/mission.h"
#include "model/release.h"
#include "model/theme.h"

/* Sources that missions name by key ("S1"), for the imprint. */
struct source {
    struct string key;
    struct string text;
    struct span span;
};

struct missions {
    struct mission *at;
    size_t count;
};
struct releases {
    struct release *at;
    size_t count;
};
struct bulletins {
    struct bulletin *at;
    size_t count;
};
struct directories {
    struct directory *at;
    size_t count;
};
struct themes {
    struct theme *at;
    size_t count;
};
struct sources {
    struct source *at;
    size_t count;
};

struct model {
    struct str folder;
    struct missions missions; /* in the order of files and of each file */
    struct releases releases;
    struct bulletins bulletins;
    struct directories directories;
    struct themes themes; /* theme*.yaml, by file name */
    struct labels labels;
    struct sources sources;
    struct model_index *index; /* hash tables by id */
    struct model_files *files; /* what was read, and the memory behind it */
    bool partial;              /* only what some releases need was read */
};

/* What to read: all of the folder, or with `print_only` no more than the print versions of
 * `releases`, of the releases in `files` and of those in files of the `shard` need: labels, a theme, the missions they name, their
 * translations. Rules across files then hold for what was read. Where files are not named by the
 * ids in them, everything is read after all. */
struct model_request {
    const char *folder;       /* data/ */
    const char *const *files; /* further files named on the command line: a release, bulletin or
                                 directory anywhere; told apart by their content */
    size_t file_count;
    bool print_only;
    const char *const *releases; /* ids */
    size_t release_count;
    struct shard shard; /* of the files of releases, by name; count 0: none of them but those named */
    const char *theme; /* a name; NULL: it is among the files */
    unsigned jobs;
};

/* Reads data/missions, releases, bulletins and directories (*.yaml, any number), labels.yaml and
 * theme*.yaml. Always returns what could be read; faults are in diag. */
struct model *model_load(const struct model_request *request, struct arena *arena,
                         struct diag *diag);
/* Frees what model_load took beside its arena. */
void model_free(struct model *model);
/* The name under which a file of the command line was read, also when it lies in the data folder:
 * what came from it has this very pointer in its span. NULL when it was not read. */
const char *model_file(const struct model *model, const char *path);
/* Of the bytes of a file that was read, by the path in the spans of what came from it; zero for one
 * that was not. */
struct digest model_digest(const struct model *model, const char *file);

/* Rules across files: duplicate ids, references to nothing, dates that contradict, labels and
 * translations that are missing, pictures that are not there. */
void model_check(const struct model *model, struct diag *diag);

/* NULL when there is none. */
const struct mission *mission_find(const struct model *model, struct str id);
const struct release *release_find(const struct model *model, struct str id);
const struct theme *theme_find(const struct model *model, struct str name); /* "classic" */
/* The release itself or its translation into `language`; NULL when there is none. */
const struct release *release_in(const struct model *model, const struct release *release,
                                 struct str language);

/* The field reference of all records as Markdown: data/README.md is its output. */
void model_reference(FILE *out);
/* JSON Schema of the files of a kind: mission, release, bulletin, directory, theme, labels, fonts.
 * False when there is no such kind. */
bool model_schema(const char *kind, FILE *out);
extern const struct choices model_kinds;

#endif
