"""Values as JSON documents and back, for storage; the public JSON is `core.wire`."""

from pydantic import TypeAdapter, ValidationError

from coach.core.analysis.findings import Analysis
from coach.core.ports import StorageError
from coach.core.scorecard import Scorecard
from coach.core.transcript import Transcript

_TRANSCRIPT = TypeAdapter(Transcript)
_ANALYSIS = TypeAdapter(Analysis)
_SCORECARD = TypeAdapter(Scorecard)


def transcript_document(transcript: Transcript) -> str:
    """The transcript as one line of JSON."""
    return _TRANSCRIPT.dump_json(transcript).decode()


def analysis_document(analysis: Analysis) -> str:
    """The analysis without its transcript, which is kept on its own."""
    return _ANALYSIS.dump_json(analysis, exclude={"transcript"}).decode()


def scorecard_document(scorecard: Scorecard) -> str:
    """The scorecard without its analysis, which is kept on its own."""
    return _SCORECARD.dump_json(scorecard, exclude={"analysis"}).decode()


def whole_scorecard_document(scorecard: Scorecard) -> str:
    """The scorecard with its analysis and its transcript, for a verdict that must stand by itself."""
    return _SCORECARD.dump_json(scorecard).decode()


def read_whole_scorecard(document: str) -> Scorecard:
    """The scorecard back; raises StorageError when the document is damaged."""
    try:
        return _SCORECARD.validate_json(document)
    except ValidationError as error:
        raise _damaged("scorecard", error) from None


def read_transcript(document: str) -> Transcript:
    """The transcript back; raises StorageError when the document is damaged."""
    try:
        return _TRANSCRIPT.validate_json(document)
    except ValidationError as error:
        raise _damaged("transcript", error) from None


def read_scorecard(scorecard: str, analysis: str, transcript: str) -> Scorecard:
    """The scorecard put together again from its three documents; raises StorageError when one is damaged."""
    whole = f'{{"analysis":{{"transcript":{transcript},{analysis[1:]},{scorecard[1:]}'
    try:
        return _SCORECARD.validate_json(whole)
    except ValidationError as error:
        raise _damaged("scorecard", error) from None


def _damaged(what: str, error: ValidationError) -> StorageError:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return StorageError(f"A stored {what} is damaged ({place or 'not JSON'}); run 'coach retry' on that attempt.")
