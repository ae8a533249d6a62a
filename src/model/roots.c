#include "model/roots.h"
#include "model/table.h"

static const struct field source_fields[] = {
    {.name = "",
     .type = FIELD_STRING,
     .offset = offsetof(struct source, text),
     .required = true,
     .about = "Where facts come from.",
     .example = "\"The London Diplomatic List, 14 February 2014\""},
};
static const struct record source_record = RECORD(source, source, "A source, by its key.");

static const struct field mission_file_fields[] = {
    FIELD(mission_file, missions, FIELD_RECORD, .list = true, .record = &mission_record,
          .about = "Missions.", .example = "[{id: at-vienna-emb, …}]"),
    FIELD(mission_file, sources, FIELD_MAP, .record = &source_record, .about = "Sources by key.",
          .example = "{S1: …}"),
};
const struct record mission_file_record =
    RECORD(mission_file, mission_file, "A file in `missions/`.");

static const struct field release_file_fields[] = {
    FIELD(release_file, releases, FIELD_RECORD, .list = true, .record = &release_record,
          .required = true, .about = "Releases.", .example = "[{id: …}]"),
};
const struct record release_file_record =
    RECORD(release_file, release_file, "A file of several releases.");

static const struct field label_file_fields[] = {
    {.name = "",
     .type = FIELD_MAP,
     .offset = offsetof(struct label_file, labels),
     .record = &label_record,
     .about = "The words of the pages by key.",
     .example = "{embassy: {en: Embassy}}"},
};
const struct record label_file_record = RECORD(label_file, label_file, "`labels.yaml`.");
