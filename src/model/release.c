#include "model/release.h"
#include "model/table.h"

WORDS(placements, "text", "column", "margin");

static const struct field picture_fields[] = {
    FIELD(release_picture, file, FIELD_STRING, .required = true,
          .about = "The picture, as the body names it.", .example = "../pictures/facade.jpg"),
    FIELD(release_picture, placement, FIELD_CHOICE, .choices = &placements,
          .about =
              "Over text and side column, in the text column (as when left out), or in the side "
              "column.",
          .example = "margin"),
    FIELD(release_picture, credit, FIELD_STRING, .about = "Whose it is; printed after the caption.",
          .example = "\"Photo: Press Service\""),
};
static const struct record picture_record =
    RECORD(picture, release_picture, "A picture of the body: where it stands and whose it is.");

static const struct field contact_fields[] = {
    {.name = "name",
     .type = FIELD_STRING,
     .offset = offsetof(struct release, contact.name),
     .about = "Whom to ask.",
     .example = "Press office"},
    {.name = "phone",
     .type = FIELD_STRING,
     .offset = offsetof(struct release, contact.phone),
     .about = "Telephone.",
     .example = "+375 17 000 00 00"},
    {.name = "email",
     .type = FIELD_EMAIL,
     .offset = offsetof(struct release, contact.email),
     .about = "E-mail.",
     .example = "press@mfa.example"},
};

static const struct field release_fields[] = {
    FIELD(release, id, FIELD_ID, .required = true,
          .about = "The name by which bulletins refer to it.",
          .example = "2019-11-15-trafficking-en"),
    FIELD(release, title, FIELD_STRING, .required = true, .about = "Title.",
          .example = "Resolution on trafficking in persons adopted"),
    FIELD(release, subtitle, FIELD_STRING, .about = "A second line of the title.",
          .example = "Eighty States are sponsors"),
    FIELD(release, date, FIELD_DAY, .required = true, .about = "Day of the release.",
          .example = "2019-11-15"),
    FIELD(release, place, FIELD_STRING, .about = "Where it was given out.", .example = "New York"),
    FIELD(release, language, FIELD_LANGUAGE, .required = true, .about = "Language of all its text.",
          .example = "en"),
    FIELD(release, reference, FIELD_STRING, .about = "Number of the document.",
          .example = "2019/11-118"),
    FIELD(
        release, issuer, FIELD_REFERENCE,
        .about =
            "Id of the issuing body: masthead and contacts follow it; the ministry when left out.",
        .example = "by-minsk-mfa"),
    FIELD(release, section, FIELD_STRING, .about = "Kicker above the title.",
          .example = "United Nations"),
    FIELD(release, url, FIELD_URL, .about = "Where it stands on the web; becomes the QR code.",
          .example = "https://mfa.example/press/118"),
    FIELD(release, short_url, FIELD_STRING, .about = "Printed below the QR code instead of `url`.",
          .example = "mfa.example/r/118"),
    FIELD(release, embargo, FIELD_DAY, .about = "Not to be published before this day.",
          .example = "2019-11-18"),
    FIELD(release, summary, FIELD_STRING, .about = "The lead, one or two sentences.",
          .example = "Eighty States sponsor the text."),
    FIELD(release, body, FIELD_MARKDOWN, .required = true,
          .about = "The text, in Markdown with tables and footnotes.", .example = "The text."),
    FIELD(release, pictures, FIELD_RECORD, .list = true, .record = &picture_record,
          .about = "Where pictures of the body stand, and whose they are.",
          .example = "[{file: ../pictures/facade.jpg, placement: margin}]"),
    FIELD(release, tags, FIELD_STRING, .list = true, .about = "Words by which bulletins select.",
          .example = "[un, trafficking]"),
    FIELD(release, missions, FIELD_REFERENCE, .list = true,
          .about = "Ids of the missions it concerns.", .example = "[us-new-york-pm]"),
    {.name = "contact",
     .type = FIELD_RECORD,
     .record = &(const struct record){.name = "contact",
                                      .about = "Whom the press may ask.",
                                      .size = sizeof(struct release),
                                      .fields = contact_fields,
                                      .count = sizeof contact_fields / sizeof *contact_fields,
                                      .span = offsetof(struct release, contact.span)},
     .about = "Whom the press may ask.",
     .example = "{email: press@mfa.example}"},
    FIELD(release, translations, FIELD_REFERENCE, .list = true,
          .about = "Ids of the same release in other languages.",
          .example = "[2019-11-15-trafficking-ru]"),
};
const struct record release_record =
    RECORD(release, release,
           "A press release in one language; one a file in `releases/`, or a list "
           "under `releases`.");
