#include "model/directory.h"
#include "model/table.h"

WORDS(directory_orders, "country", "region", "type");
WORDS(entry_fields, "head", "address", "address_local", "postal_address", "phone", "emergency",
      "fax", "email", "website", "social", "hours", "sections", "district", "accredited",
      "national_day", "time_zone", "status", "opened", "note", "as_of");
WORDS(directory_indexes, "city", "country", "head");

#define SELECT(member, field_type, ...)                                                            \
    {                                                                                              \
        .name = #member, .type = (field_type),                                                     \
        .offset = offsetof(struct directory, select.member), __VA_ARGS__                           \
    }

static const struct field select_fields[] = {
    SELECT(missions, FIELD_REFERENCE, .list = true, .about = "Ids.", .example = "[at-vienna-emb]"),
    SELECT(countries, FIELD_COUNTRY, .list = true, .about = "ISO codes.", .example = "[AT, DE]"),
    SELECT(regions, FIELD_STRING, .list = true, .about = "Regions, by any of their names.",
           .example = "[Europe]"),
    SELECT(types, FIELD_CHOICE, .list = true, .choices = &mission_types, .about = "Types.",
           .example = "[embassy]"),
    SELECT(statuses, FIELD_CHOICE, .list = true, .choices = &mission_statuses,
           .about = "Statuses; all but closed when left out.", .example = "[open]"),
};
static const struct record select_record = {
    .name = "select",
    .about = "Which missions; all conditions hold, and all missions when there is none.",
    .size = sizeof(struct directory),
    .fields = select_fields,
    .count = sizeof select_fields / sizeof *select_fields,
    .span = offsetof(struct directory, select.span),
};

static const struct field directory_fields[] = {
    FIELD(directory, id, FIELD_ID, .required = true, .about = "Its name in file names.",
          .example = "missions"),
    FIELD(directory, title, FIELD_TEXT, .required = true, .about = "Title.",
          .example = "{en: Diplomatic Missions of the Republic of Belarus}"),
    FIELD(directory, state, FIELD_TEXT, .about = "Name of the state, above the title.",
          .example = "{en: Republic of Belarus}"),
    FIELD(directory, issuer, FIELD_REFERENCE, .about = "Id of the ministry.",
          .example = "by-minsk-mfa"),
    FIELD(directory, edition, FIELD_TEXT, .about = "Edition; made from `as_of` when left out.",
          .example = "{en: Second edition}"),
    FIELD(directory, as_of, FIELD_DAY, .required = true, .about = "Day of the data.",
          .example = "2026-11-24"),
    FIELD(directory, disclaimer, FIELD_TEXT, .about = "A notice on the title page.",
          .example = "{en: A sample}"),
    FIELD(directory, introduction, FIELD_MARKDOWN,
          .about = "Text after the title page, in Markdown.",
          .example = "{en: How to use this list}"),
    FIELD(directory, languages, FIELD_LANGUAGE, .list = true, .required = true,
          .about = "The languages it is made in.", .example = "[en, ru, be]"),
    {.name = "select",
     .type = FIELD_RECORD,
     .record = &select_record,
     .about = "Which missions; all when left out.",
     .example = "{types: [embassy]}"},
    FIELD(directory, order, FIELD_CHOICE, .choices = &directory_orders,
          .about = "Order of the entries; by country when left out.", .example = "country"),
    FIELD(directory, fields, FIELD_CHOICE, .list = true, .choices = &entry_fields,
          .about = "Facts of an entry, in this order; all when left out.",
          .example = "[address, phone]"),
    FIELD(directory, indexes, FIELD_CHOICE, .list = true, .choices = &directory_indexes,
          .about = "Indexes at the end.", .example = "[city, country]"),
    FIELD(directory, totals, FIELD_BOOLEAN, .about = "A table of missions by type.",
          .example = "true"),
    FIELD(directory, legend, FIELD_BOOLEAN, .about = "The short labels explained.",
          .example = "true"),
    FIELD(directory, pages, FIELD_STRING,
          .about =
              "Pages that it is to have, or a number that they are to be a multiple of, reached "
              "within the limits of `fitting` in the theme.",
          .example = "multiple of 4"),
    FIELD(directory, columns, FIELD_INTEGER, .about = "Columns; the theme's when left out.",
          .example = "2"),
};
const struct record directory_record =
    RECORD(directory, directory, "A directory of missions; one a file in `directories/`.");
