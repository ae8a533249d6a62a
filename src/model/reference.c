/* data/README.md and the JSON Schemas, from the tables. */
#include "model/manifest.h"
#include "model/model.h"
#include "model/roots.h"
#include "model/table.h"

WORDS(model_kinds, "missions", "release", "releases", "bulletin", "directory", "theme", "labels",
      "fonts");

static const struct record *const roots[] = {
    &mission_file_record, &release_record, &release_file_record, &bulletin_record,
    &directory_record,    &theme_record,   &label_file_record,   &manifest_record,
};

static const char introduction[] =
    "# The data\n\n"
    "This page is made by `attache fields`; a test compares the two.\n\n"
    "`data/` holds a complete sample: the missions of one ministry, its releases of one week, a "
    "bulletin\n"
    "and a directory, in English, Russian and Belarusian, and some releases in other languages. "
    "Its\n"
    "facts are of different dates (2014 to 2026): it is a sample, not a current official list.\n\n"
    "| file | what |\n| --- | --- |\n"
    "| `missions/*.yaml` | missions, any number in any number of files |\n"
    "| `releases/*.yaml` | one press release each, in one language |\n"
    "| `bulletins/*.yaml` | one bulletin each |\n"
    "| `directories/*.yaml` | one directory each |\n"
    "| `labels.yaml` | the words of the pages, by language |\n"
    "| `theme.yaml`, `theme-*.yaml` | the look |\n"
    "| `pictures/`, `profiles/` | pictures and colour profiles |\n\n"
    "Any text is either plain or a map by language: `city: Vienna`, `city: {en: Vienna, ru: "
    "Вена}`.\n"
    "A single value may stand where a list is taken. An empty value counts as left out. Paths are\n"
    "relative to the file that names them. `attache fields --json KIND` prints the JSON Schema of "
    "a\n"
    "kind of file: missions, release, releases, bulletin, directory, theme, labels or fonts.\n\n";

/* The labels there are. The list under `releases` is told with the release. */
static void label_reference(FILE *out) {
    fputs("The keys:", out);
    for (size_t i = 0; i < label_key_count; i++)
        fprintf(out, "%s `%s`", i ? "," : "", label_keys[i]);
    fputs(".\n\n", out);
}

void model_reference(FILE *out) {
    fputs(introduction, out);
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        if (roots[i] == &release_file_record)
            continue;
        schema_reference(roots[i], out);
        if (roots[i] == &label_file_record)
            label_reference(out);
    }
}

bool model_schema(const char *kind, FILE *out) {
    for (size_t i = 0; i < model_kinds.count; i++)
        if (str_equal(str_from(kind), str_from(model_kinds.words[i]))) {
            schema_json(roots[i], out);
            return true;
        }
    return false;
}
