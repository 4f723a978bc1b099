"""What a citation says: its relation, and what it hangs on.

The mentions of a sentence are read from left to right. What stands between two of them tells whether the
second is in the first one's title ("… về thực hiện B"), beside it in a list ("A; B và C"), amends it ("A được
sửa đổi bởi B"), repeats it ("A (sau đây gọi tắt là A)"), or begins something new with a cue of its own.

`sentence` is that story; each other module is one of its cases. `frames` holds the values they pass on,
`surroundings` and `list_openings` find what governs a sentence from outside.
"""
