import requests
from requests.auth import HTTPBasicAuth
from requests.structures import CaseInsensitiveDict

print(requests.__name__, requests.codes.not_found, requests.codes.ok)
prepared = requests.Request("GET", "https://example.org/search", params={"q": "owl & ibis", "page": 2},
                            headers={"X-Name": "Garter"}, cookies={"a": "b"}).prepare()
print(prepared.method, prepared.url, dict(prepared.headers))
post = requests.Request("POST", "https://example.org/", json={"name": "Zoë", "list": [1, 2]}, auth=HTTPBasicAuth("me", "pw")).prepare()
print(post.body, post.headers["Content-Type"], post.headers["Content-Length"], post.headers["Authorization"])
form = requests.Request("POST", "https://example.org/", data={"a": 1, "b": ["x", "y"]}).prepare()
print(form.body, form.headers["Content-Type"])
headers = CaseInsensitiveDict({"Content-Type": "text/html"})
print(headers["content-TYPE"], "CONTENT-type" in headers)

response = requests.Response()
response.status_code = 404
response.reason = "Not Found"
response.url = "https://example.org/x"
response._content = b'{"error": "nothing here"}'
response.encoding = "utf-8"
print(response, response.ok, response.json(), response.text)
try:
    response.raise_for_status()
except requests.HTTPError as error:
    print(error)
for url in ["no address", "ftp://example.org"]:
    try:
        requests.get(url)
    except requests.RequestException as error:
        print(type(error).__name__, error)
try:
    requests.get("http://example.org/", timeout=1)
    print("arrived")
except requests.ConnectionError:
    print("no connection")
session = requests.Session()
session.headers["X-Session"] = "1"
print(session.prepare_request(requests.Request("GET", "https://example.org/")).headers["X-Session"])
