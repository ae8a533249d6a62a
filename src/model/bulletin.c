#include "model/bulletin.h"
#include "model/table.h"

WORDS(listings, "none", "all", "region", "type", "concerned");
WORDS(bulletin_orders, "newest", "oldest", "given");

#define SELECT(member, field_type, ...)                                                            \
    {                                                                                              \
        .name = #member, .type = (field_type), .offset = offsetof(struct bulletin, select.member), \
        __VA_ARGS__                                                                                \
    }

static const struct field select_fields[] = {
    SELECT(releases, FIELD_REFERENCE, .list = true, .about = "Ids; other releases are left out.",
           .example = "[2019-11-15-trafficking-en]"),
    SELECT(from, FIELD_DAY, .about = "First day, when it is not the bulletin's own.",
           .example = "2019-11-11"),
    SELECT(to, FIELD_DAY, .about = "Last day.", .example = "2019-11-17"),
    SELECT(tags, FIELD_STRING, .list = true, .about = "Releases that bear one of these.",
           .example = "[un]"),
    SELECT(order, FIELD_CHOICE, .choices = &bulletin_orders,
           .about = "Order inside a section; newest first when left out.", .example = "newest"),
};
static const struct record select_record = {
    .name = "select",
    .about = "Which releases; all conditions hold.",
    .size = sizeof(struct bulletin),
    .fields = select_fields,
    .count = sizeof select_fields / sizeof *select_fields,
    .span = offsetof(struct bulletin, select.span),
};

static const struct field bulletin_section_fields[] = {
    FIELD(bulletin_section, title, FIELD_TEXT, .required = true, .about = "Title of the part.",
          .example = "{en: United Nations, ru: ООН}"),
    FIELD(bulletin_section, releases, FIELD_REFERENCE, .list = true,
          .about = "Ids, in this order; the translation in the edition's language is taken.",
          .example = "[2019-11-15-trafficking-en]"),
    FIELD(bulletin_section, tags, FIELD_STRING, .list = true,
          .about = "All selected releases that bear one of these.", .example = "[un]"),
};
static const struct record bulletin_section_record =
    RECORD(bulletin_section, bulletin_section, "A part of the bulletin.");

static const struct field bulletin_fields[] = {
    FIELD(bulletin, id, FIELD_ID, .required = true, .about = "Its name in file names.",
          .example = "2019-47"),
    FIELD(bulletin, name, FIELD_TEXT, .required = true, .about = "Name of the bulletin.",
          .example = "{en: Foreign Policy Bulletin}"),
    FIELD(bulletin, number, FIELD_INTEGER, .about = "Number of the issue.", .example = "47"),
    FIELD(bulletin, volume, FIELD_INTEGER, .about = "Volume.", .example = "12"),
    FIELD(bulletin, issn, FIELD_STRING, .about = "ISSN.", .example = "0000-0000"),
    FIELD(bulletin, from, FIELD_DAY, .required = true, .about = "First day of the week.",
          .example = "2019-11-11"),
    FIELD(bulletin, to, FIELD_DAY, .required = true, .about = "Last day of the week.",
          .example = "2019-11-17"),
    FIELD(bulletin, languages, FIELD_LANGUAGE, .list = true, .required = true,
          .about = "The languages it is made in.", .example = "[en, ru, be]"),
    FIELD(bulletin, issuer, FIELD_REFERENCE, .about = "Id of the issuing body.",
          .example = "by-minsk-mfa"),
    FIELD(bulletin, url, FIELD_URL, .about = "Where the issue stands on the web.",
          .example = "https://mfa.example/bulletin/2019/47"),
    {.name = "select",
     .type = FIELD_RECORD,
     .record = &select_record,
     .about = "Which releases; by its dates when left out.",
     .example = "{tags: [un]}"},
    FIELD(bulletin, sections, FIELD_RECORD, .list = true, .record = &bulletin_section_record,
          .about = "Its parts, in order; one part of all releases when left out.",
          .example = "[{title: News, tags: [un]}]"),
    FIELD(bulletin, listing, FIELD_CHOICE, .choices = &listings,
          .about = "Which missions are listed at the end.", .example = "concerned"),
    FIELD(bulletin, synoptic, FIELD_BOOLEAN,
          .about = "Each release begins on the same page in all languages.", .example = "true"),
    FIELD(bulletin, pages, FIELD_STRING,
          .about =
              "Pages that it is to have, or a number that they are to be a multiple of, reached "
              "within the limits of `fitting` in the theme.",
          .example = "multiple of 4"),
    FIELD(bulletin, imprint, FIELD_TEXT, .list = true,
          .about = "Paragraphs of the imprint, in Markdown.",
          .example = "[{en: Published weekly}]"),
};
const struct record bulletin_record =
    RECORD(bulletin, bulletin, "A bulletin; one a file in `bulletins/`.");
